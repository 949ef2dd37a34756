"use client";

import { TriangleAlert } from "lucide-react";
import { type ComponentProps, createContext, type ReactNode, useContext, useId } from "react";
import { boxClass } from "./box";

/** Sentences beside the fields, by name: what the last sending of the form around was told. */
export const FieldErrors = createContext<Record<string, string>>({});

type Around = { label: ReactNode; hint?: ReactNode; error?: string; name: string };
/** A page may hold the same form several times over, one in each dialog: a name is not an id. */
type Placed = { id?: string; aside?: ReactNode };

/** Label above (`aside`: at its other end), hint or error below; the error is tied to the control for readers by ear. */
export function Field({
  label,
  hint,
  error: given,
  name,
  id = name,
  aside,
  children,
}: Around & Placed & { children: ReactNode }) {
  const error = useFieldError(name, given);
  return (
    <div className="grid content-start gap-1">
      {aside ? (
        <div className="flex items-center justify-between">
          <label htmlFor={id}>{label}</label>
          {aside}
        </div>
      ) : (
        <label htmlFor={id}>{label}</label>
      )}
      {children}
      <FieldError name={id} error={error} />
      {hint && !error && <p className="text-ink-3">{hint}</p>}
    </div>
  );
}

export function useFieldError(name: string, given?: string): string | undefined {
  const all = useContext(FieldErrors);
  return given ?? all[name];
}

export function FieldError({ name, error }: { name: string; error?: string }) {
  return (
    <p id={`${name}-error`} className={error ? "flex items-start gap-2 text-ochre" : "hidden"} aria-live="polite">
      {error && (
        <>
          <TriangleAlert size={16} className="mt-1.5" aria-hidden />
          {error}
        </>
      )}
    </p>
  );
}

export function TextField({
  label,
  hint,
  error: given,
  name,
  className,
  ...rest
}: Around & ComponentProps<"input"> & { name: string }) {
  const error = useFieldError(name, given);
  const id = useId();
  return (
    <Field label={label} hint={hint} error={error} name={name} id={id}>
      <input id={id} name={name} className={boxClass(Boolean(error), className)} {...described(id, error)} {...rest} />
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  error: given,
  name,
  className,
  ...rest
}: Around & ComponentProps<"textarea"> & { name: string }) {
  const error = useFieldError(name, given);
  const id = useId();
  return (
    <Field label={label} hint={hint} error={error} name={name} id={id}>
      <textarea
        id={id}
        name={name}
        rows={4}
        className={boxClass(Boolean(error), `py-2 ${className ?? ""}`)}
        {...described(id, error)}
        {...rest}
      />
    </Field>
  );
}

export type Option = { value: string; label: string };

export function SelectField({
  label,
  hint,
  error: given,
  name,
  options = [],
  groups = [],
  empty,
  ...rest
}: Around & {
  options?: Option[];
  groups?: { label: string; options: Option[] }[];
  empty?: string;
} & ComponentProps<"select"> & { name: string }) {
  const error = useFieldError(name, given);
  const id = useId();
  return (
    <Field label={label} hint={hint} error={error} name={name} id={id}>
      <select id={id} name={name} className={boxClass(Boolean(error))} {...described(id, error)} {...rest}>
        {empty !== undefined && <option value="">{empty}</option>}
        {optionsOf(options)}
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {optionsOf(group.options)}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}

function optionsOf(options: Option[]) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

export function Checkbox({ label, ...rest }: { label: ReactNode } & ComponentProps<"input">) {
  return (
    <label className="flex min-h-11 items-center gap-2">
      <input type="checkbox" className="size-5 accent-ink" {...rest} />
      {label}
    </label>
  );
}

export function Radio({ label, ...rest }: { label: ReactNode } & ComponentProps<"input">) {
  return (
    <label className="flex min-h-11 items-center gap-2">
      <input type="radio" className="size-5 accent-ink" {...rest} />
      {label}
    </label>
  );
}

/** What ties a control to its error. */
export function described(id: string, error?: string) {
  return { "aria-invalid": Boolean(error), "aria-describedby": error ? `${id}-error` : undefined } as const;
}
