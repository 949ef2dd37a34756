import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { unattended } from "@/lib/unattended";

/** Nobody has touched any page of this browser for so long: then nobody is there. */
const aMinute = 60_000;
/** For the one request that follows; whoever comes meanwhile takes it back. */
const seconds = 10;
/** When anybody last did, in all tabs: of two windows side by side only one is worked in. */
const key = "bianfa-touched";

/**
 * Reads the page again because a line said that something changed. Where nobody is at the page the server is told so,
 * or a screen that is left alone would stay signed in by what others do (docs/decisions/0027). A page that holds
 * what is being written under another address than it was opened at (`data-stays`) is left as it is.
 */
export function useReadAgain(): () => void {
  const router = useRouter();
  useEffect(watchTouches, []);
  return () => {
    if (document.querySelector("[data-stays]")) return;
    if (Date.now() - lastTouch() >= aMinute) say(seconds);
    router.refresh();
  };
}

let touched = Date.now();
let watching = false;

/** A page that has just been opened was opened by somebody. */
function watchTouches(): void {
  if (watching) return;
  watching = true;
  touch();
  for (const name of ["keydown", "pointerdown", "pointermove", "wheel", "touchmove"])
    document.addEventListener(name, touch, { capture: true, passive: true });
}

function touch(): void {
  const before = lastTouch();
  touched = Date.now();
  if (document.cookie.includes(`${unattended}=`)) say(0);
  // Once in a while is enough for the other tabs.
  if (touched - before < aMinute / 12) return;
  try {
    localStorage.setItem(key, String(touched));
  } catch {
    // The browser keeps nothing: each tab then knows its own touches.
  }
}

function lastTouch(): number {
  try {
    return Math.max(touched, Number(localStorage.getItem(key)));
  } catch {
    return touched;
  }
}

/** For so many seconds; none takes it back. */
function say(forSeconds: number): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is there on https alone, offices also run http
  document.cookie = `${unattended}=1; Path=/; Max-Age=${forSeconds}; SameSite=Strict`;
}
