import { defineConfig } from "astro/config";

export default defineConfig({
	// Or Vite's development server would not find what stands beside the package's modules.
	vite: { optimizeDeps: { exclude: ["inkstone"] } },
});
