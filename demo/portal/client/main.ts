// The script of every page. Each part looks for the markup that it brings to life; a page without it costs nothing.
import "./style/index.css";
import { startCodeForms } from "./code/code-form.js";
import { startEnrollment } from "./enroll/enrollment.js";
import { startForms } from "./page/form.js";
import { startMenus } from "./page/menu.js";
import { startClock } from "./page/ticker.js";
import { showLocalTimes } from "./page/times.js";

document.documentElement.classList.add("has-script");
startClock();
showLocalTimes(document);
startMenus();
startForms();
startCodeForms();
startEnrollment();
