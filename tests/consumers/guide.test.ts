import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { blocks } from "../package/examples.js";
import { patience } from "../package/tarball.js";
import { look } from "./chromium.js";
import { makeProject, page, type Project } from "./project.js";
import { serve, type StaticServer } from "./static-server.js";

jest.setTimeout(patience);

const guide = "docs/guides/enroll-and-verify.md";
const uri = "otpauth://totp/Fernhill:rosa?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Fernhill";

let project: Project;
let server: StaticServer;
beforeAll(async () => {
  project = makeProject();
  const write = (file: string, text: string) => {
    writeFileSync(join(project.folder, file), text);
  };
  const [script = ""] = blocks(guide, "js page");
  const [style = ""] = blocks(guide, "css page");
  // What a bundler would do.
  write("set-up.js", script.replace('"countersign"', '"./node_modules/countersign/dist/core/index.js"'));
  write("set-up.css", `:root { background: #111; color-scheme: dark; }\n${style}`);
  write(
    "draw.js",
    `import { draw } from "./set-up.js";\nawait draw(document.querySelector(".qr"), "${uri}");\n`,
  );
  write(
    "index.html",
    page("./draw.js")
      .replace("<output>", '<div class="qr"></div><output>')
      .replace("<title>", '<link rel="stylesheet" href="./set-up.css" /><title>'),
  );
  server = await serve(project.folder);
});
afterAll(async () => {
  await server.close();
  project.remove();
});

test("a phone reads the picture that the guide's page draws, on a dark page; the page's HTML holds no key", async () => {
  const { found, complaints } = await look(`${server.origin}/`, async (shown) => {
    const picture = shown.locator(".qr svg");
    await picture.waitFor();
    return { png: await picture.screenshot(), html: await shown.content() };
  });
  const { data, width, height } = PNG.sync.read(found.png);
  const read = jsQR.default(new Uint8ClampedArray(data), width, height, { inversionAttempts: "dontInvert" });
  expect(read?.data).toBe(uri);
  expect(found.html).not.toContain("JBSWY3DP");
  expect(complaints).toEqual([]);
});
