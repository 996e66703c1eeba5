// Which emcc is taken. Several of its defaults changed after the pinned version, so that another is used on request only.
import { EMSCRIPTEN, EMSCRIPTEN_ACCEPTED } from "../versions.mjs";

/** The version that `emcc --version` prints, or undefined. */
export const readVersion = (text) => /^emcc .*?(\d+\.\d+\.\d+)/m.exec(text)?.[1];

/** Negative, 0 or positive, as for Array.prototype.sort. */
export function compareVersions(a, b) {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  for (let part = 0; part < 3; ++part) if (left[part] !== right[part]) return left[part] - right[part];
  return 0;
}

/**
 * Whether the emcc that COUNTERSIGN_EMCC names will do.
 *
 * @returns a warning for one that is not the pinned version
 * @throws Error that names file, version and the accepted range
 */
export function acceptsNamed(file, version) {
  const [least, below] = EMSCRIPTEN_ACCEPTED;
  const range = `COUNTERSIGN_EMCC may name ${least} and later, below ${below}`;
  if (!version) throw new Error(`${file} does not say which version of Emscripten it is; ${range}`);
  if (compareVersions(version, least) < 0)
    throw new Error(`${file} is Emscripten ${version}: too old; ${range}`);
  if (compareVersions(version, below) >= 0)
    throw new Error(`${file} is Emscripten ${version}: too new; ${range}`);
  if (version === EMSCRIPTEN) return {};
  return { warning: `${file} is ${version}, not ${EMSCRIPTEN}: another result, and no size budgets` };
}
