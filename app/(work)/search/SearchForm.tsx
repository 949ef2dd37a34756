"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { short } from "@/bulletin/archive/search/address";
import type { Wanted } from "@/bulletin/archive/search/wanted";
import { Button } from "@/components/Button";
import { boxClass } from "@/components/box";

/** A plain form: a search is an address, and works before scripts load. */
export function SearchForm({ wanted, officials }: { wanted: Wanted; officials: { id: string; name: string }[] }) {
  const say = useTranslations("search");
  const set = (["official", "from", "to"] as const).filter((key) => wanted[key]).length;
  return (
    <search>
      <form
        action="/search"
        className="grid gap-1 pb-2"
        // An address that no server takes would lose all of it.
        onSubmit={({ currentTarget }) => {
          const field = currentTarget.elements.namedItem("q") as HTMLInputElement;
          field.value = short(field.value);
        }}
      >
        {(["kind", "publication", "section", "office", "order"] as const).map((name) =>
          wanted[name] && wanted[name] !== "relevance" ? (
            <input key={name} type="hidden" name={name} value={wanted[name]} />
          ) : null,
        )}
        <noscript>
          <input type="hidden" name="counted" value="1" />
        </noscript>
        <div className="flex gap-3">
          <input
            type="search"
            name="q"
            aria-label={say("typing")}
            placeholder={say("box")}
            defaultValue={wanted.q}
            className={boxClass(false, "grow")}
          />
          <Button type="submit" tone="primary" aria-label={say("submit")}>
            <Search size={20} aria-hidden />
            <span className="max-sm:sr-only">{say("submit")}</span>
          </Button>
        </div>
        <p className="text-ink-3">{say("hint")}</p>
        <details open={set > 0}>
          <summary className="texttool flex min-h-11 w-fit list-none items-center">
            {set ? say("conditionsSet", { count: set }) : say("conditions")}
          </summary>
          <div className="flex flex-wrap items-end gap-3 pb-3">
            <label className="grid">
              {say("official")}
              <select name="official" defaultValue={wanted.official ?? ""} className={boxClass(false)}>
                <option value="">{say("anybody")}</option>
                {officials.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            {(["from", "to"] as const).map((name) => (
              <label key={name} className="grid">
                {say(name)}
                <input type="date" name={name} defaultValue={wanted[name] ?? ""} className={boxClass(false)} />
              </label>
            ))}
          </div>
        </details>
      </form>
    </search>
  );
}
