// The languages whose code is coloured, each grammar in a file of its own that is fetched when an article has it.

import type { LanguageFn } from "highlight.js";

/** A language. */
export interface Language {
	/** As people write it. */
	name: string;
	/** As highlight.js calls its grammar. */
	grammar: string;
	/** The grammars that it is highlighted with: its own, and those of languages that stand in it. */
	needs: string[];
}

type Load = () => Promise<{ default: LanguageFn }>;

// The names that authors write first, then the grammar, the name for readers, and the grammars inside of it.
const table: [names: string, grammar: string, name: string, inside?: string][] =
	[
		["apache apacheconf htaccess", "apache", "Apache"],
		["asm x86asm nasm", "x86asm", "Assembly"],
		["awk", "awk", "AWK"],
		["bash sh zsh", "bash", "Shell"],
		["bat cmd dos", "dos", "Batch"],
		["c h", "c", "C"],
		["clojure clj edn", "clojure", "Clojure"],
		["cmake", "cmake", "CMake"],
		["cpp c++ cc cxx hpp hxx", "cpp", "C++"],
		["csharp cs c#", "csharp", "C#"],
		["css", "css", "CSS"],
		["dart", "dart", "Dart"],
		["diff patch", "diff", "Diff"],
		["dockerfile docker", "dockerfile", "Dockerfile", "bash"],
		["elixir ex exs", "elixir", "Elixir"],
		["elm", "elm", "Elm"],
		["erlang erl", "erlang", "Erlang"],
		["fortran f90 f95", "fortran", "Fortran"],
		["fsharp fs f#", "fsharp", "F#"],
		["glsl", "glsl", "GLSL"],
		["go golang", "go", "Go"],
		["gradle", "gradle", "Gradle"],
		["graphql gql", "graphql", "GraphQL"],
		["groovy", "groovy", "Groovy"],
		["haskell hs", "haskell", "Haskell"],
		["html xhtml", "xml", "HTML", "css javascript"],
		["http https", "http", "HTTP", "json"],
		["ini", "ini", "INI"],
		["java", "java", "Java"],
		["javascript js mjs cjs", "javascript", "JavaScript"],
		["json jsonc json5", "json", "JSON"],
		["jsx", "javascript", "JSX", "xml"],
		["julia jl", "julia", "Julia"],
		["kotlin kt kts", "kotlin", "Kotlin"],
		["latex tex", "latex", "LaTeX"],
		["less", "less", "Less"],
		["lisp elisp cl", "lisp", "Lisp"],
		["lua", "lua", "Lua"],
		["makefile make mk", "makefile", "Makefile"],
		["markdown md mdx", "markdown", "Markdown", "xml"],
		["matlab", "matlab", "MATLAB"],
		["nginx nginxconf", "nginx", "nginx"],
		["nix", "nix", "Nix"],
		["objectivec objc obj-c", "objectivec", "Objective-C"],
		["ocaml ml", "ocaml", "OCaml"],
		["perl pl pm", "perl", "Perl"],
		["php", "php", "PHP"],
		["powershell ps1 pwsh", "powershell", "PowerShell"],
		["properties", "properties", "Properties"],
		["protobuf proto", "protobuf", "Protocol Buffers"],
		["python py", "python", "Python"],
		["pycon python-repl", "python-repl", "Python", "python"],
		["r", "r", "R"],
		["ruby rb", "ruby", "Ruby"],
		["rust rs", "rust", "Rust"],
		["scala", "scala", "Scala"],
		["scheme racket rkt", "scheme", "Scheme"],
		["scss sass", "scss", "SCSS"],
		["shell console shellsession", "shell", "Shell", "bash"],
		["sql mysql", "sql", "SQL"],
		["pgsql postgres postgresql", "pgsql", "PostgreSQL"],
		["svelte", "xml", "Svelte", "css javascript"],
		["svg", "xml", "SVG", "css javascript"],
		["swift", "swift", "Swift"],
		["toml", "ini", "TOML"],
		["tsx", "typescript", "TSX", "xml"],
		["typescript ts mts cts", "typescript", "TypeScript"],
		["vb vbnet", "vbnet", "Visual Basic"],
		["verilog sv systemverilog", "verilog", "Verilog"],
		["vhdl", "vhdl", "VHDL"],
		["vim viml", "vim", "Vim script"],
		["vue", "xml", "Vue", "css javascript"],
		["wasm wat", "wasm", "WebAssembly"],
		["xml rss atom plist", "xml", "XML"],
		["yaml yml", "yaml", "YAML"],
	];

const languages = new Map<string, Language>(
	table.flatMap(([names, grammar, name, inside]) => {
		const needs = [grammar, ...(inside?.split(" ") ?? [])];
		return names
			.split(" ")
			.map((written) => [written, { name, grammar, needs }] as const);
	}),
);

/**
 * The language that a name stands for.
 * @param name as authors write it, in any case
 * @returns nothing where it is not known
 */
export function languageOf(name: string): Language | undefined {
	return languages.get(name.toLowerCase());
}

/** Fetches grammars, by the names that {@link Language} has for them. Written out, so that bundlers see each one. */
export const grammars: Record<string, Load> = {
	apache: () => import("highlight.js/lib/languages/apache"),
	awk: () => import("highlight.js/lib/languages/awk"),
	bash: () => import("highlight.js/lib/languages/bash"),
	c: () => import("highlight.js/lib/languages/c"),
	clojure: () => import("highlight.js/lib/languages/clojure"),
	cmake: () => import("highlight.js/lib/languages/cmake"),
	cpp: () => import("highlight.js/lib/languages/cpp"),
	csharp: () => import("highlight.js/lib/languages/csharp"),
	css: () => import("highlight.js/lib/languages/css"),
	dart: () => import("highlight.js/lib/languages/dart"),
	diff: () => import("highlight.js/lib/languages/diff"),
	dockerfile: () => import("highlight.js/lib/languages/dockerfile"),
	dos: () => import("highlight.js/lib/languages/dos"),
	elixir: () => import("highlight.js/lib/languages/elixir"),
	elm: () => import("highlight.js/lib/languages/elm"),
	erlang: () => import("highlight.js/lib/languages/erlang"),
	fortran: () => import("highlight.js/lib/languages/fortran"),
	fsharp: () => import("highlight.js/lib/languages/fsharp"),
	glsl: () => import("highlight.js/lib/languages/glsl"),
	go: () => import("highlight.js/lib/languages/go"),
	gradle: () => import("highlight.js/lib/languages/gradle"),
	graphql: () => import("highlight.js/lib/languages/graphql"),
	groovy: () => import("highlight.js/lib/languages/groovy"),
	haskell: () => import("highlight.js/lib/languages/haskell"),
	http: () => import("highlight.js/lib/languages/http"),
	ini: () => import("highlight.js/lib/languages/ini"),
	java: () => import("highlight.js/lib/languages/java"),
	javascript: () => import("highlight.js/lib/languages/javascript"),
	json: () => import("highlight.js/lib/languages/json"),
	julia: () => import("highlight.js/lib/languages/julia"),
	kotlin: () => import("highlight.js/lib/languages/kotlin"),
	latex: () => import("highlight.js/lib/languages/latex"),
	less: () => import("highlight.js/lib/languages/less"),
	lisp: () => import("highlight.js/lib/languages/lisp"),
	lua: () => import("highlight.js/lib/languages/lua"),
	makefile: () => import("highlight.js/lib/languages/makefile"),
	markdown: () => import("highlight.js/lib/languages/markdown"),
	matlab: () => import("highlight.js/lib/languages/matlab"),
	nginx: () => import("highlight.js/lib/languages/nginx"),
	nix: () => import("highlight.js/lib/languages/nix"),
	objectivec: () => import("highlight.js/lib/languages/objectivec"),
	ocaml: () => import("highlight.js/lib/languages/ocaml"),
	perl: () => import("highlight.js/lib/languages/perl"),
	pgsql: () => import("highlight.js/lib/languages/pgsql"),
	php: () => import("highlight.js/lib/languages/php"),
	powershell: () => import("highlight.js/lib/languages/powershell"),
	properties: () => import("highlight.js/lib/languages/properties"),
	protobuf: () => import("highlight.js/lib/languages/protobuf"),
	python: () => import("highlight.js/lib/languages/python"),
	"python-repl": () => import("highlight.js/lib/languages/python-repl"),
	r: () => import("highlight.js/lib/languages/r"),
	ruby: () => import("highlight.js/lib/languages/ruby"),
	rust: () => import("highlight.js/lib/languages/rust"),
	scala: () => import("highlight.js/lib/languages/scala"),
	scheme: () => import("highlight.js/lib/languages/scheme"),
	scss: () => import("highlight.js/lib/languages/scss"),
	shell: () => import("highlight.js/lib/languages/shell"),
	sql: () => import("highlight.js/lib/languages/sql"),
	swift: () => import("highlight.js/lib/languages/swift"),
	typescript: () => import("highlight.js/lib/languages/typescript"),
	vbnet: () => import("highlight.js/lib/languages/vbnet"),
	verilog: () => import("highlight.js/lib/languages/verilog"),
	vhdl: () => import("highlight.js/lib/languages/vhdl"),
	vim: () => import("highlight.js/lib/languages/vim"),
	wasm: () => import("highlight.js/lib/languages/wasm"),
	x86asm: () => import("highlight.js/lib/languages/x86asm"),
	xml: () => import("highlight.js/lib/languages/xml"),
	yaml: () => import("highlight.js/lib/languages/yaml"),
};
