"use client";

import type { ComponentProps } from "react";
import { ActDialog } from "@/components/ActDialog";
import { type Act, ActForm } from "@/components/ActForm";
import { useTurn } from "./standing";

type Turn = { id: string; version: number };

/** An act on the whole file, in its turn behind what was typed before it. */
export function TurnForm({ id, version, action, ...rest }: Turn & ComponentProps<typeof ActForm>) {
  return <ActForm {...rest} hidden={{ ...rest.hidden, id }} action={useAct({ id, version }, action)} />;
}

export function TurnDialog({ id, version, action, ...rest }: Turn & ComponentProps<typeof ActDialog>) {
  return <ActDialog {...rest} hidden={{ ...rest.hidden, id }} action={useAct({ id, version }, action)} />;
}

function useAct({ id, version }: Turn, action: Act): Act {
  const turn = useTurn(id, version);
  return (previous, data) =>
    turn((now) => {
      data.set("version", String(now));
      return action(previous, data);
    });
}
