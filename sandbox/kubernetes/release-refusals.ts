import type { Refusals } from "../plugin/refusal";
import { UNREACHABLE_READ } from "./refusals";

const PROVIDER = "pulumi-kubernetes provider/pkg/provider/helm_release.go";
const HELM = "https://github.com/helm/helm/blob/v3.20.2/pkg";

/** How Helm, and the provider around it, refuse a release. */
export const RELEASE_REFUSALS: Refusals = {
    ...UNREACHABLE_READ,
    UnreachableWrite: {
        sentence: "can't {verb} Helm Release with unreachable cluster: {reason}",
        fromProvider: true,
        source: `${PROVIDER}, Create and Update`,
    },
    UnreachableDelete: {
        sentence: "can't delete Helm Release with unreachable cluster. Reason: {reason}",
        fromProvider: true,
        source: "pulumi-kubernetes provider/pkg/provider/provider.go, Delete",
    },
    InvalidName: {
        sentence:
            'release name "{name}": invalid release name, must match regex ' +
            "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$ " +
            "and the length must not be longer than 53",
        source: `${HELM}/chartutil/validate_name.go`,
    },
    NameInUse: {
        sentence: "cannot re-use a name that is still in use",
        source: `${HELM}/action/install.go`,
    },
    Owned: {
        sentence:
            'Unable to continue with install: {kind} "{name}" in namespace "{namespace}" exists and cannot be ' +
            "imported into the current release: invalid ownership metadata; {problems}",
        source: `${HELM}/action/validate.go`,
    },
    NoNamespace: {
        sentence: 'create: failed to create: namespaces "{namespace}" not found',
        source: `${HELM}/storage/driver/secrets.go`,
    },
    Uninstalled: {
        sentence:
            "release {name} failed, and has been uninstalled due to atomic being set: context deadline exceeded",
        source: `${HELM}/action/install.go`,
    },
    NotAvailable: {
        sentence:
            'Helm release "{id}" was created, but failed to initialize completely. Use Helm CLI to investigate: ' +
            "failed to become available within allocated timeout. Error: Helm Release {id}: context deadline exceeded",
        fromProvider: true,
        source: `${PROVIDER}, Create`,
    },
    NotUpgraded: {
        sentence:
            'Helm release "{id}" failed to initialize completely. Use Helm CLI to investigate: ' +
            "failed to become available within allocated timeout. Error: Helm Release {id}: context deadline exceeded",
        fromProvider: true,
        source: `${PROVIDER}, Update`,
    },
    RolledBack: {
        sentence:
            'Helm release "{id}" failed to initialize completely. Use Helm CLI to investigate: ' +
            "failed to become available within allocated timeout. Error: Helm Release {id}: release {name} failed, " +
            "and has been rolled back due to atomic being set: context deadline exceeded",
        fromProvider: true,
        source: `${HELM}/action/upgrade.go`,
    },
};
