// What may be known at once or only later, for articles, sites and catalogs alike.

/** A value, or a promise of it. */
export type Awaitable<Value> = Value | Promise<Value>;
