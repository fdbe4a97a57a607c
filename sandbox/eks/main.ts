// Registers the module, so that a role that the program hands over arrives as a role and not as its id.
import "@pulumi/aws/iam";
import { main } from "@pulumi/pulumi/provider";
import { endWithParent } from "../plugin/parent";
import { provider } from "./provider";

endWithParent();
void main(provider, process.argv.slice(2));
