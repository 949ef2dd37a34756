"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useId, useState } from "react";
import { boxClass } from "./box";
import { described, Field, useFieldError } from "./Field";

type Props = Omit<ComponentProps<"input">, "type"> & {
  name: string;
  label: string;
  error?: string;
  autoComplete: "current-password" | "new-password";
};

/** A password that can be looked at while it is typed: a first one is often typed once, and blind it is mistyped. */
export function PasswordField({ label, error: given, name, className, ...rest }: Props) {
  const say = useTranslations("password");
  const error = useFieldError(name, given);
  const id = useId();
  const [shown, setShown] = useState(false);
  const aside = (
    <button
      type="button"
      className="texttool -my-2 min-h-11 px-1"
      onClick={() => setShown(!shown)}
      aria-controls={id}
      aria-pressed={shown}
    >
      {shown ? say("hide") : say("show")}
    </button>
  );
  return (
    <Field label={label} error={error} name={name} id={id} aside={aside}>
      <input
        id={id}
        name={name}
        type={shown ? "text" : "password"}
        className={boxClass(Boolean(error), className)}
        {...described(id, error)}
        {...rest}
      />
    </Field>
  );
}
