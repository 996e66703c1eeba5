import type { Page, Request } from "playwright-core";

/** Writes down what a page asks for, says and complains of. */
export class Witness {
  /** Problems that the browser wrote to its console: refused scripts, refused styles, failed requests. */
  readonly complaints: string[] = [];
  /** All that was written to the browser's console. */
  readonly consoleTexts: string[] = [];
  /** Addresses that the page asked for over the network. */
  readonly requests: string[] = [];
  /** What went out with them: method, address, headers and body. */
  readonly sent: string[] = [];
  /** Addresses that were handed to the authenticator app. */
  readonly opened: string[] = [];
  /** The browser's own questions, such as whether to leave the page. All are answered with yes. */
  readonly questions: string[] = [];

  constructor(page: Page) {
    page.on("console", (message) => {
      this.consoleTexts.push(message.text());
      if (message.type() === "error" && !/status of 4\d\d/u.test(message.text()))
        this.complaints.push(message.text());
    });
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("request", (request) => {
      this.#note(request);
    });
    page.on("dialog", (dialog) => {
      this.questions.push(dialog.type());
      void dialog.accept();
    });
  }

  #note(request: Request): void {
    if (request.url().startsWith("otpauth:")) {
      this.opened.push(request.url());
      return;
    }
    this.requests.push(request.url());
    const headers = JSON.stringify(request.headers());
    this.sent.push([request.method(), request.url(), headers, request.postData() ?? ""].join("\n"));
  }
}
