import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Sentences } from "@/components/Sentences";
import { contrastChosen } from "@/lib/contrast";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const say = await getTranslations("brand");
  return {
    title: { default: say("name"), template: `%s · ${say("name")}` },
    robots: "noindex, nofollow",
    referrer: "same-origin",
  };
}

export const viewport: Viewport = { themeColor: "#FAF7F1" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()}>
      <body data-contrast={await contrastChosen()}>
        <Sentences of={["error"]}>{children}</Sentences>
      </body>
    </html>
  );
}
