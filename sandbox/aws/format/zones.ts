/**
 * The availability zones where a region takes subnets, for the regions that have other letters than a, b and c.
 * Source: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
 */
const LETTERS: Readonly<Record<string, string>> = {
    "ap-northeast-1": "acd",
    "ap-northeast-2": "abcd",
    "ca-central-1": "abd",
    "us-east-1": "abcdef",
    "us-west-1": "ac",
    "us-west-2": "abcd",
};

/** How zone ids shorten the directions in a region's name. */
const SHORT: Readonly<Record<string, string>> = {
    central: "c",
    east: "e",
    north: "n",
    northeast: "ne",
    northwest: "nw",
    south: "s",
    southeast: "se",
    southwest: "sw",
    west: "w",
};

export interface Zone {
    /** `eu-central-1a` */
    name: string;
    /** `euc1-az1`; which zone has which letter differs from account to account, here they are in order. */
    id: string;
}

/** The zones of a region. */
export function zonesOf(region: string): Zone[] {
    const prefix = region
        .split("-")
        .map((part) => SHORT[part] ?? part)
        .join("");
    return [...(LETTERS[region] ?? "abc")].map((letter, index) => ({
        name: `${region}${letter}`,
        id: `${prefix}-az${index + 1}`,
    }));
}
