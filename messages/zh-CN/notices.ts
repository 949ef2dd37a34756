/** What people are told, live and on one page; subjects of mail name no content. */
export const notices = {
  notices: {
    title: "通知",
    none: "还没有通知",
    noneFact: "刊物送达、稿件退回和刊发、送审签发、批示办理等事项会列在这里。",
    allRead: "全部标为已读",
    isNew: "未读",
    older: "更早的通知",
    open: "打开",
    close: "关闭这条通知",
    confirm: "我已知悉",
    confirmed: "已确认 {at}",
    mine: "通知方式",
    email: "邮箱",
    emailHint: "有通知时发一封邮件，只有标题和链接，不含内容。不填则不发。",
    wantMail: "用邮件通知我",
    noMail: "本系统没有设邮件服务器，通知只在这里显示。",
    save: "保存",
    saved: "已保存",
    kinds: {
      forOfficeSignOff: "稿件《{title}》待审签",
      returned: "稿件《{title}》已退回：{words}",
      declined: "稿件《{title}》未采用，理由见稿件",
      forReview:
        "{publication}{series, select, supplement {增刊} other {}}第{number}期{edition, select, correction {更正版} other {（拟）}}送审，请审核",
      forSignature:
        "{publication}{series, select, supplement {增刊} other {}}第{number}期{edition, select, correction {更正版} other {（拟）}}已审核，请签发",
      sentBack:
        "{publication}{series, select, supplement {增刊} other {}}第{number}期{edition, select, correction {更正版} other {（拟）}}退改：{words}",
      published:
        "{publication}{series, select, supplement {增刊} other {}}第{number}期刊发本单位稿件《{title}》{count, plural, =1 {} other {等{count}篇}}",
      delivered: "{publication}{series, select, supplement {增刊} other {}}第{number}期送达",
      deliveredFor: "{name}有新到的{publication}{series, select, supplement {增刊} other {}}第{number}期，由你代阅",
      corrected: "{publication}{series, select, supplement {增刊} other {}}第{number}期已更正，请看更正版：{reason}",
      dropped:
        "{publication}{series, select, supplement {增刊} other {}}第{number}期更正，抽去了本单位的稿件：{reason}",
      recalled: "{publication}{series, select, supplement {增刊} other {}}第{number}期已撤回：{reason}",
      reminded: "{publication}{series, select, supplement {增刊} other {}}第{number}期尚未签收，请阅",
      instructed:
        "{name}{number, plural, =0 {} other {在{publication}{series, select, supplement {增刊} other {}}第{number}期上}}有批示，请转办",
      forwarded:
        "{name}{number, plural, =0 {} other {在{publication}{series, select, supplement {增刊} other {}}第{number}期上}}的批示转本单位办理{due, select, none {} other {，{due}前反馈}}",
      answered:
        "{name}已反馈{number, plural, =0 {} other {{publication}{series, select, supplement {增刊} other {}}第{number}期上}}批示的办理情况",
      closed:
        "你{number, plural, =0 {} other {在{publication}{series, select, supplement {增刊} other {}}第{number}期上}}的批示已办结",
      released: "{name}在本单位稿件《{title}》上有批示",
      due: "{name}{number, plural, =0 {} other {在{publication}{series, select, supplement {增刊} other {}}第{number}期上}}的批示应于{due}前反馈，还没有反馈",
      deputy: "{name}的刊物由你代阅，至{until}",
      saved: "“{name}”有新查到的{count}篇",
    },
    subjects: {
      forOfficeSignOff: "有稿件待审签",
      returned: "本单位有稿件退回",
      declined: "本单位有稿件未采用",
      forReview:
        "{publication}{series, select, supplement {增刊} other {}}第{number}期{edition, select, correction {更正版} other {（拟）}}待审核",
      forSignature:
        "{publication}{series, select, supplement {增刊} other {}}第{number}期{edition, select, correction {更正版} other {（拟）}}待签发",
      sentBack:
        "{publication}{series, select, supplement {增刊} other {}}第{number}期{edition, select, correction {更正版} other {（拟）}}退改",
      published: "本单位有稿件刊发",
      delivered: "{publication}{series, select, supplement {增刊} other {}}第{number}期送达",
      deliveredFor: "有新到的刊物由你代阅",
      corrected: "{publication}{series, select, supplement {增刊} other {}}第{number}期已更正",
      dropped: "本单位稿件已从更正版抽去",
      recalled: "{publication}{series, select, supplement {增刊} other {}}第{number}期已撤回",
      reminded: "请阅{publication}{series, select, supplement {增刊} other {}}第{number}期",
      instructed: "有新批示待转办",
      forwarded: "有批示转本单位办理",
      answered: "批示办理有反馈",
      closed: "批示已办结",
      released: "本单位稿件有批示",
      due: "批示办理即将到期",
      deputy: "有刊物由你代阅",
      saved: "保存的查找有新结果",
    },
  },
};
