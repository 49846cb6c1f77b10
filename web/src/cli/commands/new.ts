// `inkstone new` and `inkstone post`: what their command lines are.

import type { Command } from "commander";
import { withOutputOptions } from "../command.js";
import { createOutput, type OutputOptions } from "../output.js";

/** The options of `inkstone new`, as given. */
export interface NewOptions extends OutputOptions {
	title: string;
	lang: string;
	offline?: boolean;
}

/** The options of `inkstone post`, as given. */
export interface PostOptions extends OutputOptions {
	dir: string;
	section: string;
	lang?: string;
	slug?: string;
	draft?: boolean;
}

/** Adds `inkstone new` to the program. */
export function addNewCommand(program: Command): void {
	const command = program
		.command("new")
		.summary("make a blog that runs at once")
		.description(
			"Writes a small blog: its page, its configuration, two articles, and a copy of Inkstone. Nothing that is there " +
				"already is changed.",
		)
		.argument("[dir]", "the blog's folder", ".")
		.option("--title <text>", "what the blog is called", "My blog")
		.option("--lang <tag>", "the blog's language, a BCP 47 tag", "en")
		.option("--offline", "with a service worker that keeps what was read")
		.addHelpText(
			"after",
			`
Example:
  inkstone new blog --title "Ink and paper" && inkstone serve blog`,
		);
	withOutputOptions(command).action(
		async (folder: string, options: NewOptions) => {
			const { runNew } = await import("../new/blog.js");
			await runNew(folder, options, createOutput(options));
		},
	);
}

/** Adds `inkstone post` to the program. */
export function addPostCommand(program: Command): void {
	const command = program
		.command("post")
		.summary("begin an article")
		.description(
			"Writes the file of a new article with its title and the date, and prints the file's path. A file that is there " +
				"already is not changed.",
		)
		.argument("<title>", "the article's title")
		.option("-d, --dir <dir>", "the blog's folder", ".")
		.option("--section <folder>", "the folder that it goes into", "posts")
		.option("--lang <tag>", "its language, where it is not the blog's own")
		.option(
			"--slug <text>",
			"the last part of its address (default: made of the title)",
		)
		.option("--draft", "lists leave it out until `draft: true` is removed")
		.addHelpText(
			"after",
			`
Examples:
  inkstone post "On margins"            posts/on-margins.md
  inkstone post 留白 --lang zh          posts/留白.zh.md in a blog whose own language is another`,
		);
	withOutputOptions(command).action(
		async (title: string, options: PostOptions) => {
			const { runPost } = await import("../new/post.js");
			await runPost(title, options, createOutput(options));
		},
	);
}
