import { fetchSecret } from "./secret.js";

const svg = "http://www.w3.org/2000/svg";

/**
 * Draws the QR code in the page, in place of the picture from the server.
 *
 * The core comes by a dynamic import, so that no other page loads it. Where it cannot run, the picture stays.
 */
export async function drawQr(place: HTMLElement): Promise<void> {
  try {
    const { uri } = await fetchSecret();
    const { init, QrCode } = await import("./core.js");
    await init();
    const code = QrCode.encode(uri);
    const side = code.size + 2 * code.margin;
    const path = code.toPath();
    if (!place.hasChildNodes()) return; // wiped meanwhile
    place.replaceChildren(picture(place.dataset["name"] ?? "", path, side));
    place.dataset["drawn"] = "here";
  } catch {
    place.dataset["drawn"] = "server";
  }
}

function picture(name: string, path: string, side: number): SVGSVGElement {
  const drawn = document.createElementNS(svg, "svg");
  drawn.setAttribute("viewBox", `0 0 ${side} ${side}`);
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", name); // never the address: it holds the key
  const modules = document.createElementNS(svg, "path");
  modules.setAttribute("fill", "currentColor");
  modules.setAttribute("d", path);
  drawn.append(modules);
  return drawn;
}
