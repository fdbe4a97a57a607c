import * as fs from "node:fs";
import * as path from "node:path";
import * as ts from "typescript";
import type { Kind, Property, ResourceTyping, Typings } from "../plugin/typings";

/** How deep nested objects are followed; deeper ones (a custom resource's JSON schema refers to itself) are `any`. */
const DEPTH = 12;

/**
 * Reads the names and kinds of resource properties and function arguments out of the typings of an installed
 * @pulumi package.
 * @param name the package, `aws`
 * @param types resource type tokens; the provider's own is added
 * @param functions function tokens
 * @throws Error when the installed package does not declare one of them
 */
export function generateTypings(
    name: string,
    types: readonly string[],
    functions: readonly string[],
): Typings {
    const folder = path.dirname(require.resolve(`@pulumi/${name}/package.json`));
    const files = new Map([...types, ...functions].map((token) => [token, declarationFile(folder, token)]));
    const provider = `pulumi:providers:${name}`;
    files.set(provider, path.join(folder, "provider.d.ts"));
    const program = ts.createProgram([...files.values()], { skipLibCheck: true, types: [] });
    const reader = new DeclarationReader(program);
    const sorted = (tokens: readonly string[]): string[] => [...tokens].sort();
    const manifest = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8")) as {
        version: string;
    };
    return {
        package: name,
        version: manifest.version,
        resources: Object.fromEntries(
            [...sorted(types), provider].map((token) => [
                token,
                reader.resource(files.get(token)!, token === provider ? "Provider" : className(token)),
            ]),
        ),
        functions: Object.fromEntries(
            sorted(functions).map((token) => [token, reader.function(files.get(token)!, className(token))]),
        ),
    };
}

/** `aws:ec2/vpc:Vpc` -> `Vpc`. */
function className(token: string): string {
    return token.split(":")[2];
}

/** `aws:ec2/vpc:Vpc` -> `ec2/vpc.d.ts`; `kubernetes:helm.sh/v3:Release` -> `helm/v3/release.d.ts`. */
function declarationFile(folder: string, token: string): string {
    const [, module, name] = token.split(":");
    const file = `${name[0].toLowerCase()}${name.slice(1)}.d.ts`;
    const parts = module.split("/");
    const candidates = [
        path.join(folder, parts[0] === "index" ? "" : parts[0], file),
        path.join(folder, parts[0].split(".")[0], parts[1] ?? "", file),
        path.join(folder, `${parts[0]}`, `${parts[1]}.d.ts`),
    ];
    const found = candidates.find((candidate) => fs.existsSync(candidate));
    if (found === undefined)
        throw new Error(
            `@pulumi/${token.split(":")[0]} declares no ${token} (looked for ${candidates.join(", ")})`,
        );
    return found;
}

/** Walks declarations by their syntax, and asks the type checker only where a name leads. */
class DeclarationReader {
    private readonly checker: ts.TypeChecker;

    constructor(private readonly program: ts.Program) {
        this.checker = program.getTypeChecker();
    }

    resource(file: string, name: string): ResourceTyping {
        const declaration = this.declaration(file, name, ts.isClassDeclaration);
        const outputs = declaration.members
            .filter(ts.isPropertyDeclaration)
            .filter((member) => !isStatic(member) && member.type?.getText().startsWith("pulumi.Output<"))
            .map((member) => member.name.getText());
        return {
            inputs: this.members(this.declaration(file, `${name}Args`, ts.isInterfaceDeclaration), 0),
            outputs,
        };
    }

    function(file: string, name: string): ResourceTyping {
        const upper = `${name[0].toUpperCase()}${name.slice(1)}`;
        const args = this.find(file, `${upper}Args`, ts.isInterfaceDeclaration);
        const result = this.declaration(file, `${upper}Result`, ts.isInterfaceDeclaration);
        return {
            inputs: args === undefined ? {} : this.members(args, 0),
            outputs: Object.keys(this.members(result, 0)),
        };
    }

    private declaration<T extends ts.Statement>(
        file: string,
        name: string,
        is: (node: ts.Node) => node is T,
    ): T {
        const found = this.find(file, name, is);
        if (found === undefined) throw new Error(`${file} declares no ${name}`);
        return found;
    }

    private find<T extends ts.Statement>(
        file: string,
        name: string,
        is: (node: ts.Node) => node is T,
    ): T | undefined {
        const source = this.program.getSourceFile(file);
        return source?.statements
            .filter(is)
            .find((node) => (node as { name?: ts.Identifier } & T).name?.text === name);
    }

    private members(declaration: ts.InterfaceDeclaration, depth: number): Record<string, Property> {
        const signatures = declaration.members.filter(ts.isPropertySignature);
        return Object.fromEntries(
            signatures.map((member) => {
                const kind = member.type === undefined ? any() : this.kind(member.type, depth);
                const name = ts.isStringLiteral(member.name) ? member.name.text : member.name.getText();
                return [name, member.questionToken === undefined ? { ...kind, required: true } : kind];
            }),
        );
    }

    private kind(node: ts.TypeNode, depth: number): Kind {
        if (ts.isParenthesizedTypeNode(node)) return this.kind(node.type, depth);
        if (ts.isUnionTypeNode(node)) return this.unionKind(node, depth);
        if (ts.isArrayTypeNode(node)) return { kind: "list", of: this.kind(node.elementType, depth) };
        if (ts.isTypeLiteralNode(node)) return this.mapKind(node, depth);
        if (ts.isLiteralTypeNode(node)) return ts.isStringLiteral(node.literal) ? { kind: "string" } : any();
        if (ts.isTypeReferenceNode(node)) return this.referenceKind(node, depth);
        return keywordKind(node);
    }

    /** `string | undefined | FooEnum`: the first part that says something. */
    private unionKind(node: ts.UnionTypeNode, depth: number): Kind {
        const kinds = node.types.filter((type) => !isUndefined(type)).map((type) => this.kind(type, depth));
        const distinct = new Set(kinds.map((kind) => kind.kind));
        return distinct.size === 1 ? kinds[0] : any();
    }

    private mapKind(node: ts.TypeLiteralNode, depth: number): Kind {
        const index = node.members.find(ts.isIndexSignatureDeclaration);
        return index === undefined ? any() : { kind: "map", of: this.kind(index.type, depth) };
    }

    private referenceKind(node: ts.TypeReferenceNode, depth: number): Kind {
        const name = node.typeName.getText();
        const [argument] = node.typeArguments ?? [];
        if (["pulumi.Input", "Input", "pulumi.Output"].includes(name)) return this.kind(argument, depth);
        let symbol = this.checker.getSymbolAtLocation(node.typeName);
        if (symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias)
            symbol = this.checker.getAliasedSymbol(symbol);
        const declaration = symbol?.declarations?.[0];
        if (declaration === undefined || depth >= DEPTH) return any();
        if (ts.isInterfaceDeclaration(declaration)) {
            return { kind: "object", properties: this.members(declaration, depth + 1) };
        }
        // pulumi writes enums as unions of string constants; assets and resources are left to their own kind.
        if (ts.isTypeAliasDeclaration(declaration)) return this.kind(declaration.type, depth + 1);
        return any();
    }
}

function any(): Kind {
    return { kind: "any" };
}

function keywordKind(node: ts.TypeNode): Kind {
    switch (node.kind) {
        case ts.SyntaxKind.StringKeyword:
            return { kind: "string" };
        case ts.SyntaxKind.NumberKeyword:
            return { kind: "number" };
        case ts.SyntaxKind.BooleanKeyword:
            return { kind: "boolean" };
        default:
            return any();
    }
}

function isUndefined(node: ts.TypeNode): boolean {
    return node.kind === ts.SyntaxKind.UndefinedKeyword;
}

function isStatic(member: ts.PropertyDeclaration): boolean {
    return member.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.StaticKeyword) ?? false;
}
