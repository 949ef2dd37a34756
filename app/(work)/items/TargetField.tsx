"use client";

import { useTranslations } from "next-intl";
import { boxClass } from "@/components/box";
import { FieldError } from "@/components/Field";

export type Target = { id: string; name: string; sections: { id: string; title: string; style: "story" | "brief" }[] };
type Chosen = { publicationId: string | null; sectionId: string | null };
type Props = { draft: Chosen; targets: Target[]; error?: string; onChange: (part: Chosen) => void };

/** Where the office suggests that it be printed: publication and section in one choice. */
export function TargetField({ draft, targets, error, onChange }: Props) {
  const say = useTranslations("items");
  const value = draft.publicationId ? `${draft.publicationId} ${draft.sectionId ?? ""}` : "";
  return (
    <div>
      <div className="flex items-center gap-3">
        <label htmlFor="target" className="whitespace-nowrap text-ink-2">
          {say("to")}
        </label>
        <select
          id="target"
          value={value}
          aria-invalid={Boolean(error)}
          aria-describedby={error ? "publicationId-error" : undefined}
          onChange={({ target }) => {
            const [publicationId, sectionId] = target.value.split(" ");
            onChange({ publicationId: publicationId || null, sectionId: sectionId || null });
          }}
          className={boxClass(Boolean(error), "w-64 max-sm:w-full")}
        >
          <option value="">{say("toNone")}</option>
          {targets.map(({ id, name, sections }) => (
            <optgroup key={id} label={name}>
              {sections.map((section) => (
                <option key={section.id} value={`${id} ${section.id}`}>
                  {sections.length > 1 ? `${name}　${section.title}` : name}
                </option>
              ))}
              {sections.length > 1 && <option value={`${id} `}>{say("toAny", { name })}</option>}
            </optgroup>
          ))}
        </select>
      </div>
      <FieldError name="publicationId" error={error} />
    </div>
  );
}
