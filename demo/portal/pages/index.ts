// Every page of the portal: a pure function from its model to a whole HTML document.
export { renderSignUp } from "./sign-up.js";
export { renderSignIn } from "./sign-in.js";
export { renderChallenge } from "./challenge.js";
export { renderDocuments } from "./documents.js";
export { renderSecurity } from "./security.js";
export { renderEnroll } from "./enroll.js";
export { renderHelp } from "./help.js";
export { renderError } from "./error.js";
export type * from "./models.js";
