-- CreateTable
CREATE TABLE "RelayLevel" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "RelayLevel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Relay" (
    "id" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "itemIds" UUID[],
    "officeIds" UUID[],
    "about" TEXT NOT NULL,
    "levelId" UUID NOT NULL,
    "publication" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "adoptedOn" DATE,
    "instructedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedByName" TEXT NOT NULL,
    "adoptedKnownAt" TIMESTAMPTZ(3),
    "instructedKnownAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnByName" TEXT NOT NULL DEFAULT '',
    "withdrawReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Relay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PointsSpan" (
    "id" UUID NOT NULL,
    "publicationId" UUID NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byName" TEXT NOT NULL,

    CONSTRAINT "PointsSpan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PointsRules" (
    "id" UUID NOT NULL,
    "from" DATE NOT NULL,
    "rules" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byName" TEXT NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnByName" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "PointsRules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PointsAdjustment" (
    "id" UUID NOT NULL,
    "officeId" UUID NOT NULL,
    "on" DATE NOT NULL,
    "points" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byName" TEXT NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnByName" TEXT NOT NULL DEFAULT '',
    "withdrawReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "PointsAdjustment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PointsClosing" (
    "through" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byName" TEXT NOT NULL,

    CONSTRAINT "PointsClosing_pkey" PRIMARY KEY ("through")
);

-- CreateIndex
CREATE UNIQUE INDEX "RelayLevel_name_key" ON "RelayLevel"("name");

-- CreateIndex
CREATE INDEX "Relay_entryId_idx" ON "Relay"("entryId");

-- CreateIndex
CREATE INDEX "Relay_itemIds_idx" ON "Relay" USING GIN ("itemIds");

-- CreateIndex
CREATE INDEX "Relay_on_id_idx" ON "Relay"("on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "PointsSpan_publicationId_idx" ON "PointsSpan"("publicationId");

-- CreateIndex
CREATE INDEX "PointsAdjustment_officeId_idx" ON "PointsAdjustment"("officeId");

-- AddForeignKey
ALTER TABLE "Relay" ADD CONSTRAINT "Relay_levelId_fkey" FOREIGN KEY ("levelId") REFERENCES "RelayLevel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say.

-- The same entry goes to the same publication of the same level once, unless that was withdrawn.
CREATE UNIQUE INDEX "relay_once" ON "Relay"("entryId", "levelId", "publication") WHERE "withdrawnAt" IS NULL;

-- One rule set begins on a day; none overlaps another, since each lasts until the next one's day.
CREATE UNIQUE INDEX "rules_once_a_day" ON "PointsRules"("from") WHERE "withdrawnAt" IS NULL;

-- A publication's points are on or off on a day, never both.
CREATE UNIQUE INDEX "points_on_once" ON "PointsSpan"("publicationId") WHERE "until" IS NULL;

ALTER TABLE "Relay" ADD CONSTRAINT "relay_in_order"
  CHECK ("adoptedOn" >= "on" AND "instructedOn" >= "on"
    AND ("adoptedOn" IS NULL) = ("adoptedKnownAt" IS NULL)
    AND ("instructedOn" IS NULL) = ("instructedKnownAt" IS NULL));

ALTER TABLE "PointsAdjustment" ADD CONSTRAINT "adjusted_by_something" CHECK ("points" <> 0);

-- What was counted stands, whoever asks: rules and adjustments can be withdrawn, never changed or deleted.
CREATE FUNCTION "refusePointsChange"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE'
    OR OLD."withdrawnAt" IS NOT NULL
    OR to_jsonb(NEW) - ARRAY['withdrawnAt', 'withdrawnByName', 'withdrawReason']
      <> to_jsonb(OLD) - ARRAY['withdrawnAt', 'withdrawnByName', 'withdrawReason']
  THEN
    RAISE EXCEPTION 'points % stand', OLD.id;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "pointsStand" BEFORE UPDATE OR DELETE ON "PointsRules"
  FOR EACH ROW EXECUTE FUNCTION "refusePointsChange"();
CREATE TRIGGER "pointsStand" BEFORE UPDATE OR DELETE ON "PointsAdjustment"
  FOR EACH ROW EXECUTE FUNCTION "refusePointsChange"();

CREATE FUNCTION "refuseRelayDeletion"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'relay % stands; it can be withdrawn', OLD.id;
END $$;

CREATE TRIGGER "relayStands" BEFORE DELETE ON "Relay" FOR EACH ROW EXECUTE FUNCTION "refuseRelayDeletion"();
