// A custom element that the article uses: trusted HTML may hold any.

const lunarDay = 24.8412; // hours between two passages of the moon

customElements.define(
	"tide-clock",
	class extends HTMLElement {
		connectedCallback() {
			const high = Number(this.getAttribute("high"));
			const next = (high + lunarDay / 2) % 24;
			const hours = Math.floor(next);
			const minutes = Math.floor((next - hours) * 60);
			this.textContent = `High water again at ${hours}:${String(minutes).padStart(2, "0")}.`;
		}
	},
);
