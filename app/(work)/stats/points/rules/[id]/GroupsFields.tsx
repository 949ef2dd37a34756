"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useContext } from "react";
import type { Typed } from "@/bulletin/archive/points/typed";
import { Button } from "@/components/Button";
import { boxClass } from "@/components/box";
import { FieldError, FieldErrors } from "@/components/Field";
import { PointsInput } from "./PointsField";

type Groups = Typed["groups"];
type Props = {
  groups: Groups;
  offices: { id: string; shortName: string }[];
  onChange: (groups: Groups) => void;
};

/** Peer groups, their yearly quotas, and which office is in which. */
export function GroupsFields({ groups, offices, onChange }: Props) {
  const say = useTranslations("pointsRules");
  const errors = useContext(FieldErrors);
  const wrong = Object.keys(errors).find((key) => key === "rules" || key.startsWith("rules.groups"));
  const put = (at: number, part: Partial<Groups[number]>) =>
    onChange(groups.map((group, each) => (each === at ? { ...group, ...part } : group)));
  const move = (officeId: string, to: number) =>
    onChange(
      groups.map((group, at) => {
        const others = group.officeIds.filter((each) => each !== officeId);
        return { ...group, officeIds: at === to ? [...others, officeId] : others };
      }),
    );
  return (
    <fieldset>
      <legend className="font-bold">{say("groups")}</legend>
      <p className="pb-2 text-ink-3">{say("groupsFact")}</p>
      {groups.map(({ name, quota }, at) => (
        <div key={at} className="flex items-center gap-3 py-1">
          <input
            aria-label={say("groupNameOf", { number: at + 1 })}
            placeholder={say("groupName")}
            value={name}
            maxLength={20}
            onChange={({ target }) => put(at, { name: target.value })}
            className={boxClass(Boolean(errors[`rules.groups.${at}.name`]), "max-w-56")}
          />
          <span className="text-ink-3 max-sm:hidden">{say("quota")}</span>
          <span className="w-28">
            <PointsInput
              aria-label={say("quotaOf", { number: at + 1 })}
              value={quota}
              isWrong={Boolean(errors[`rules.groups.${at}.quota`])}
              onChange={(points) => put(at, { quota: points })}
            />
          </span>
          <button
            type="button"
            aria-label={say("removeGroup", { name })}
            className="inline-flex size-11 shrink-0 items-center justify-center disabled:hidden"
            onClick={() => onChange(groups.toSpliced(at, 1))}
          >
            <X size={16} aria-hidden />
          </button>
        </div>
      ))}
      <FieldError name="groups" error={wrong && errors[wrong]} />
      <Button
        tone="text"
        className="disabled:hidden"
        onClick={() => onChange([...groups, { name: "", officeIds: [], quota: "0" }])}
      >
        <Plus size={16} aria-hidden />
        {say("addGroup")}
      </Button>
      {groups.length > 0 && (
        <div className="grid gap-x-6 gap-y-1 pt-2 sm:grid-cols-2">
          {offices.map(({ id, shortName }) => (
            <label key={id} className="flex min-h-11 items-center gap-3">
              <span className="w-28 shrink-0">{shortName}</span>
              <select
                aria-label={say("officeGroup", { office: shortName })}
                value={groups.findIndex(({ officeIds }) => officeIds.includes(id))}
                onChange={({ target }) => move(id, Number(target.value))}
                className={boxClass(false)}
              >
                <option value={-1}>{say("noGroup")}</option>
                {groups.map(({ name }, at) => (
                  <option key={at} value={at}>
                    {name || say("groupNameOf", { number: at + 1 })}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}
