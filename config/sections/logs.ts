/** Log retention, which network and cluster share. */
import { numberOf } from "../settings";

/** Days that CloudWatch Logs accepts (PutRetentionPolicy, `retentionInDays`). Endless retention is left out. */
export const LOG_RETENTION_DAYS = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

/** Days a log group keeps its events. */
export function logRetentionDays(example: (typeof LOG_RETENTION_DAYS)[number]) {
    return numberOf(LOG_RETENTION_DAYS, "days", example);
}
