"use client";

import { useLocale, useTranslations } from "next-intl";
import { boxClass } from "@/components/box";
import { FieldError } from "@/components/Field";
import { formatDay, isDay } from "@/lib/dates";

type Change = { date?: string | null; place?: string };
type Props = {
  date: string | null;
  place: string;
  today: string;
  errors: { date?: string; place?: string };
  onChange: (part: Change) => void;
};

/** The day of the activity, with its weekday written out, and the place. */
export function DayAndPlace({ date, place, today, errors, onChange }: Props) {
  const say = useTranslations("items");
  const locale = useLocale();
  return (
    <>
      <div>
        <div className="flex items-center gap-3">
          <input
            id="date"
            type="date"
            aria-label={say("date")}
            aria-invalid={Boolean(errors.date)}
            aria-describedby={errors.date ? "date-error" : undefined}
            max={`${Number(today.slice(0, 4)) + 1}-12-31`}
            value={date ?? ""}
            onChange={({ target }) => onChange({ date: target.value || null })}
            className={boxClass(Boolean(errors.date), "w-44")}
          />
          <span className="whitespace-nowrap text-ink-2">{date && isDay(date) ? formatDay(date, locale) : ""}</span>
        </div>
        <FieldError name="date" error={errors.date} />
      </div>
      <div>
        <div className="flex items-center gap-3">
          <label htmlFor="place" className="whitespace-nowrap text-ink-2">
            {say("place")}
          </label>
          <input
            id="place"
            value={place}
            aria-invalid={Boolean(errors.place)}
            aria-describedby={errors.place ? "place-error" : undefined}
            onChange={({ target }) => onChange({ place: target.value })}
            className={boxClass(Boolean(errors.place), "w-56 max-sm:w-full")}
          />
        </div>
        <FieldError name="place" error={errors.place} />
      </div>
    </>
  );
}
