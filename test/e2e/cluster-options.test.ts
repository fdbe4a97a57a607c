import * as assert from "node:assert/strict";
import { Sandbox, type ResourceState } from "../helpers/sandbox";
import { SmallProgram } from "../helpers/small-program";

const COMPONENT = "eks:index:Cluster";
const CONTROL_PLANE = "aws:eks/cluster:Cluster";
const KUBERNETES = "pulumi:providers:kubernetes";

/** What the stand-in asks for. */
const ARGS = `
    authenticationMode: "API", skipDefaultNodeGroup: true, skipDefaultSecurityGroups: true, useDefaultVpcCni: true,
    createInstanceRole: false, createOidcProvider: false,
    kubeProxyAddonOptions: { enabled: false }, corednsAddonOptions: { enabled: false },`;

/** Options of the resource `eks.Cluster`, and what of them reaches its children. */
describe("the options of eks.Cluster on the real engine", function () {
    this.timeout(600_000);
    const sandbox = new Sandbox();
    let program: SmallProgram;
    before(() => (program = new SmallProgram(sandbox)));
    after(() => sandbox.remove());

    /** The children at a preview, by type; the cluster's own options are text of the program. */
    const children = async (options: string): Promise<Record<string, ResourceState>> => {
        program.write(`
            const eks = require("@pulumi/eks");
            const there = new aws.Provider("there", { region: "eu-west-1", defaultTags: { tags: { from: "there" } } });
            const first = new aws.cloudwatch.LogGroup("first", {}, { provider: there });
            new eks.Cluster("c", {
                name: "core", version: "1.34", vpcId: "vpc-1", subnetIds: ["subnet-1", "subnet-2"],
                ${ARGS}
            }, { providers: [there], ${options} });`);
        const steps = await program.preview();
        const states = steps.flatMap(({ newState }) => (newState === undefined ? [] : [newState]));
        const below = states.filter(({ urn }) => urn.includes(COMPONENT));
        return Object.fromEntries(below.map((state) => [state.type, state]));
    };

    it("gives its children the provider for their package, with its default tags", async () => {
        const made = await children("");
        assert.deepEqual(Object.keys(made).sort(), [
            CONTROL_PLANE,
            "aws:iam/role:Role",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            COMPONENT,
            "eks:index:ServiceRole",
            KUBERNETES,
        ]);
        assert.match(made[CONTROL_PLANE].provider ?? "", /::pulumi:providers:aws::there::/);
        assert.match(made["aws:iam/role:Role"].provider ?? "", /::pulumi:providers:aws::there::/);
        assert.deepEqual(made[CONTROL_PLANE].inputs?.tagsAll, { Name: "c-eksCluster", from: "there" });
    });

    it("protects its children where it is protected, and else not", async () => {
        const protectedOnes = async (options: string): Promise<string[]> =>
            Object.values(await children(options))
                .filter((state) => state.protect === true)
                .map(({ type }) => type);
        assert.deepEqual(await protectedOnes(""), []);
        assert.ok((await protectedOnes("protect: true")).includes(CONTROL_PLANE));
    });

    // The SDK asks for the component when what it waits for is there: its children come after that by themselves.
    it("waits for what it depends on, and says so in the state", async () => {
        const waits = async (options: string): Promise<boolean> => {
            const { [COMPONENT]: component } = await children(options);
            return component.dependencies?.some((urn) => urn.endsWith("::first")) ?? false;
        };
        assert.equal(await waits(""), false);
        assert.equal(await waits("dependsOn: [first]"), true);
    });

    it("hands its children to its transforms", async () => {
        const { [CONTROL_PLANE]: changed } =
            await children(`transforms: [(args) => args.type === "${CONTROL_PLANE}"
            ? { props: { ...args.props, deletionProtection: true }, opts: args.opts } : undefined]`);
        assert.equal(changed.inputs?.deletionProtection, true);
    });

    it("keeps its children under a new name, by its aliases", async () => {
        const named = (name: string, aliases: string): void =>
            program.write(`
                const eks = require("@pulumi/eks");
                const vpc = new aws.ec2.Vpc("v", { cidrBlock: "10.0.0.0/16" });
                const subnets = ["a", "b"].map((zone, index) => new aws.ec2.Subnet(zone, {
                    vpcId: vpc.id, cidrBlock: \`10.0.\${index}.0/24\`, availabilityZone: \`eu-west-1\${zone}\`,
                }));
                new eks.Cluster("${name}", {
                    ${ARGS} name: "core", version: "1.34", vpcId: vpc.id, subnetIds: subnets.map(({ id }) => id),
                }, { aliases: [${aliases}] });`);
        await program.ok("config", "set", "aws:region", "eu-west-1");
        named("old", "");
        await program.ok("up", "--skip-preview");
        named("new", "");
        const ops = async (): Promise<string[]> =>
            [...new Set((await program.preview()).map(({ op }) => op))].sort();
        assert.deepEqual(await ops(), ["create", "delete"]);
        named("new", '{ name: "old" }');
        assert.deepEqual(await ops(), ["update"]);
    });
});
