/** The verbs that change something. */
export type Change = "create" | "update" | "delete";

/** What a service answers to a call that it refuses. */
export interface ServiceAnswer {
    /** The service's error code. */
    code: string;
    /** HTTP status. */
    status: number;
    sentence: string;
}
