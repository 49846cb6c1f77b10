export default {
	entry: "./main.js",
	experiments: { css: true },
	mode: "production",
	output: { trustedTypes: true },
};
