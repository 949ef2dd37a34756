"use client";

import { useId } from "react";
import { boxClass } from "@/components/box";
import { Field, useFieldError } from "@/components/Field";

type Props = { name: string; label: string; value: string; onChange: (typed: string) => void };

/** A figure of the rules as it is typed. `name` is its place in them, by which it is told what is wrong. */
export function PointsField({ name, label, value, onChange }: Props) {
  const [id, error] = [useId(), useFieldError(name)];
  return (
    <div className="w-44">
      <Field label={label} name={name} id={id} error={error}>
        <PointsInput id={id} value={value} isWrong={Boolean(error)} onChange={onChange} />
      </Field>
    </div>
  );
}

type Input = Omit<Props, "label" | "name"> & { id?: string; isWrong: boolean; "aria-label"?: string };

export function PointsInput({ isWrong, onChange, ...rest }: Input) {
  return (
    <input
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      aria-invalid={isWrong}
      onChange={({ target }) => onChange(target.value)}
      className={boxClass(isWrong, "text-right")}
    />
  );
}
