/** For each topic, solutions that hold a mistake and solutions that hold none. */
export type Topics = Readonly<Record<string, { readonly flagged: readonly string[]; readonly passed: readonly string[] }>>;
