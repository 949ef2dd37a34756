"use client";

import { MoreHorizontal } from "lucide-react";
import { Menu as AriaMenu, Button, Header, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";

export type MenuGroup = { head?: string; items: { id: string; label: string; run: () => void; disabled?: boolean }[] };

/** Acts on one row, behind three dots. */
export function Menu({ name, groups }: { name: string; groups: MenuGroup[] }) {
  return (
    <MenuTrigger>
      <Button
        aria-label={name}
        className="inside inline-flex size-11 shrink-0 items-center justify-center hover:bg-sunk"
      >
        <MoreHorizontal size={20} aria-hidden />
      </Button>
      <Popover placement="bottom end" className="max-h-[60vh] min-w-48 overflow-y-auto border border-ink bg-sheet p-1">
        <AriaMenu
          aria-label={name}
          className="outline-none"
          onAction={(key) =>
            groups
              .flatMap(({ items }) => items)
              .find(({ id }) => id === key)
              ?.run()
          }
          disabledKeys={groups.flatMap(({ items }) => items.filter(({ disabled }) => disabled).map(({ id }) => id))}
        >
          {groups.map(({ head, items }, at) => (
            <MenuSection key={head ?? "acts"} className={at ? "border-t border-line" : ""}>
              {head && <Header className="px-3 pt-2 text-ink-3">{head}</Header>}
              {items.map(({ id, label }) => (
                <MenuItem
                  key={id}
                  id={id}
                  className="min-h-11 cursor-pointer px-3 py-2 outline-none data-[disabled]:text-line-2 data-[focused]:bg-sunk data-[focused]:outline-2 data-[focused]:-outline-offset-2 data-[focused]:outline-focus"
                >
                  {label}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
