import { homedir } from "node:os";
import path from "node:path";

/**
 * The user's folder for what is shared between checkouts: CORE_PLATFORM_CACHE, else `core-platform` in the
 * user's cache (XDG_CACHE_HOME, default ~/.cache).
 * @param {Record<string, string | undefined>} env
 * @param {string} home
 */
export function cacheFolder(env = process.env, home = homedir()) {
    const base = env.CORE_PLATFORM_CACHE || env.XDG_CACHE_HOME || path.join(home, ".cache");
    return path.join(path.resolve(base), "core-platform");
}
