"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/**
 * Whether scripts are at work: false on the server and in the first moment in the browser. What can only be used
 * with them, and costs the server much to draw, is left until then.
 */
export function useIsAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
