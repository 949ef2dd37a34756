"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef, useState } from "react";
import { type Act, ActForm, type Hidden } from "./ActForm";
import { Button, type Tone } from "./Button";
import { useShortcut } from "./useShortcut";

type Props = {
  /** The verb: on the button that opens, and on the one that does it. */
  verb: string;
  title: string;
  action: Act;
  /** Where the act may be gone once somebody was first: what was refused is read before the page is read again. */
  staysOpen?: boolean;
  /** On the button that does it, where it is not the verb itself. */
  submit?: string;
  hidden?: Hidden;
  /** As of the form. */
  seen?: string;
  tone?: Tone;
  /** Tone of the button that opens, where it is not the page's primary act. */
  openTone?: Tone;
  icon?: ReactNode;
  shortcut?: string;
  disabled?: boolean;
  className?: string;
  onDone?: (value: unknown) => void;
  children?: ReactNode;
};

/** An act that wants a word or a last look before it is done: verb and object above, the verb again below. */
export function ActDialog({
  verb,
  title,
  openTone = "plain",
  tone = "primary",
  icon,
  shortcut,
  disabled,
  className,
  submit = verb,
  onDone,
  children,
  ...form
}: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [times, setTimes] = useState(0);
  const heading = useId();
  const id = useId();
  const say = useTranslations("dialog");
  const show = () => {
    setTimes(times + 1);
    if (!dialog.current?.open) dialog.current?.showModal();
  };
  useShortcut(disabled ? undefined : shortcut, show);
  const close = () => dialog.current?.close();
  return (
    <>
      <Button
        tone={openTone}
        shortcut={shortcut}
        disabled={disabled}
        className={className}
        onClick={(event) => {
          // Once is enough: the command below would find it open, and browsers say so in the console.
          event.preventDefault();
          show();
        }}
        aria-haspopup="dialog"
        // Opens the dialog before scripts load, in browsers that know invoker commands.
        {...{ command: "show-modal", commandfor: id }}
      >
        {icon}
        {verb}
      </Button>
      <dialog
        ref={dialog}
        id={id}
        aria-labelledby={heading}
        className="m-auto w-[min(520px,calc(100vw-32px))] border border-ink bg-sheet px-6 pt-6 pb-3 text-left text-ink"
      >
        <h2 id={heading} className="mb-3 text-lead font-bold">
          {title}
        </h2>
        <ActForm
          key={times}
          {...form}
          submit={submit}
          tone={tone}
          onDone={(value) => {
            close();
            onDone?.(value);
          }}
          cancel={
            <Button onClick={close} {...{ command: "close", commandfor: id }}>
              {say("cancel")}
            </Button>
          }
        >
          {children}
        </ActForm>
      </dialog>
    </>
  );
}
