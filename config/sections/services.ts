/** `core-platform:services`: what runs on the cluster from the start. */
import { z } from "zod";
import { flag } from "../settings";

export const servicesSection = z.strictObject({
    /** The metrics API for autoscaling and `kubectl top`. Default: true. */
    metricsServer: flag(true).default(true),
});
