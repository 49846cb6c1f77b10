// For TypeScript, which wants to know of every import what it is: a theme is imported for what it does.

export {};
