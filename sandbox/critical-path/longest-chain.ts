/** Something that takes time, and cannot begin before others are done. */
export interface Task {
    id: string;
    seconds: number;
    /** Ids of the tasks that come before. */
    after: readonly string[];
}

/** A task on the chain that decides when everything is done. */
export interface Link {
    id: string;
    seconds: number;
    /** Seconds from the start of everything to this task's end. */
    done: number;
}

/**
 * The chain of tasks that takes longest, first task first: no number of hands makes the whole faster than it.
 * Of chains of equal length it is the one that stands first among the tasks.
 * @throws Error when a task waits for one that is not there, or in the end for itself
 */
export function longestChain(tasks: readonly Task[]): Link[] {
    const byId = new Map(tasks.map((task) => [task.id, task]));
    const chains = new Map<string, { link: Link; before?: string }>();
    const waiting: string[] = [];

    const chainTo = (id: string): { link: Link; before?: string } => {
        const known = chains.get(id);
        if (known !== undefined) return known;
        const task = byId.get(id);
        if (task === undefined) throw new Error(`${waiting.at(-1)} comes after ${id}, which is not there`);
        if (waiting.includes(id))
            throw new Error(`${[...waiting.slice(waiting.indexOf(id)), id].join(" waits for ")}`);
        waiting.push(id);
        const before = task.after
            .map((other) => chainTo(other).link)
            .reduce<Link | undefined>(
                (latest, link) => (latest && latest.done >= link.done ? latest : link),
                undefined,
            );
        waiting.pop();
        const done = (before?.done ?? 0) + task.seconds;
        const chain = { link: { id, seconds: task.seconds, done }, before: before?.id };
        chains.set(id, chain);
        return chain;
    };

    const last = tasks
        .map(({ id }) => chainTo(id).link)
        .reduce<Link | undefined>(
            (latest, link) => (latest && latest.done >= link.done ? latest : link),
            undefined,
        );
    const chain: Link[] = [];
    for (let id = last?.id; id !== undefined; id = chainTo(id).before) chain.unshift(chainTo(id).link);
    return chain;
}
