import { filesBelow } from "../steps/files.mjs";
import { ROOT } from "../machine/places.mjs";
import { join } from "node:path";

/** All C++ files of ours with such an ending, from the root. */
export async function cppFiles(ending) {
  const folders = ["cpp", "bindings", "tests/cpp"];
  const files = (await Promise.all(folders.map((folder) => filesBelow(join(ROOT, folder))))).flat();
  return files.filter((file) => ending.test(file)).map((file) => file.slice(ROOT.length + 1));
}
