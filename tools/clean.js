// @ts-check
// Takes away what was built, and nothing that would have to be fetched again.

import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, projectFolder } from "./paths.js";

const examples = join(projectFolder, "examples");
const built = [
	...["bin", "build", "dist", "artifacts"].map((name) =>
		join(projectFolder, name),
	),
	...(existsSync(examples)
		? readdirSync(examples).map((name) => join(examples, name, "inkstone"))
		: []),
];

for (const folder of built.filter((one) => existsSync(one))) {
	rmSync(folder, { recursive: true });
	console.log(`removed ${folder}`);
}
console.log(
	`node_modules and ${cacheFolder()} stay: they hold what was fetched.`,
);
