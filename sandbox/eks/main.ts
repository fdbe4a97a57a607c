// First: it notes which engine started this process, before the SDK takes its time to load.
import { endWithParent } from "../plugin/parent";
// Registers the module, so that a role that the program hands over arrives as a role and not as its id.
import "@pulumi/aws/iam";
import { main } from "@pulumi/pulumi/provider";
import { provider } from "./provider";

endWithParent();
void main(provider, process.argv.slice(2));
