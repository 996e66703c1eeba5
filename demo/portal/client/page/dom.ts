const svg = "http://www.w3.org/2000/svg";

/** An element of the page's own markup. Its absence is a fault of ours, not of the person. */
export function need<E extends Element>(within: ParentNode, selector: string, type: new () => E): E {
  const found = within.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`This page has no ${selector}.`);
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (string | Node)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className !== "") made.className = className;
  made.append(...children);
  return made;
}

/** An icon of the page's sprite. Built by hand: markup from strings is closed by Trusted Types. */
export function icon(name: string, size: "" | "sm" = "sm"): SVGSVGElement {
  const drawn = document.createElementNS(svg, "svg");
  drawn.setAttribute("class", size === "" ? "cs-icon" : `cs-icon cs-icon--${size}`);
  drawn.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(svg, "use");
  use.setAttribute("href", `#${name}`);
  drawn.append(use);
  return drawn;
}
