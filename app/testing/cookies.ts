/** The cookies of whoever asks in a test, where there is no request that Next would read them from. */
export const cookies = new Map<string, string>();

/** In the place of `next/headers`. */
export const nextHeaders = {
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (cookies.has(name) ? { name, value: cookies.get(name) } : undefined),
    getAll: () => [...cookies].map(([name, value]) => ({ name, value })),
    has: (name: string) => cookies.has(name),
    set: () => {},
  }),
};
