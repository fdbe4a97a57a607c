import type { Figure } from "./figure";
import { growth } from "./figures/growth";
import { memory } from "./figures/memory";
import { preview } from "./figures/preview";
import { setUp } from "./figures/set-up";
import { start } from "./figures/start";
import { up } from "./figures/up";

/** Every figure, in the order in which they are measured and shown. */
export const FIGURES: readonly Figure[] = [preview, up, start, memory, growth, setUp];
