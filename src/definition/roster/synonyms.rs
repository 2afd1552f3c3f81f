//! The headings that are known over lists of projects, judges and recusals: in small letters and without
//! blanks, the surest first. The first of a column is the one for people.

use super::head::Column;

pub(super) const PROJECTS: &[(Column, &str)] = &[
    (
        Column::Project,
        "项目编号 参赛编号 作品编号 报名编号 项目代码 项目号 参赛号 编号 project projectno \
            projectnumber projectid number no id 序号 项目序号",
    ),
    (Column::Group, "组别 参赛组别 所属组别 参赛组 申报组别 赛组 组 group category"),
    (
        Column::Name,
        "项目名称 参赛项目名称 参赛项目 作品名称 参赛作品 名称 项目 projectname projecttitle \
            name title",
    ),
    (
        Column::Entrant,
        "参赛单位 企业名称 申报单位 参赛企业 申报企业 单位名称 公司名称 参赛主体 申报主体 \
            企业团队名称 单位团队名称 项目单位 承担单位 所在单位 所属单位 团队名称 参赛团队 \
            参赛者 申报人 单位 公司 企业 entrant company companyname team teamname organisation \
            organization applicant enterprise",
    ),
    (
        Column::Kind,
        "主体类型 参赛主体类型 主体类别 企业类型 单位类型 单位性质 申报类型 类型 kind type \
            entranttype kindofentrant",
    ),
    (
        Column::Registered,
        "注册日期 注册时间 成立日期 成立时间 登记日期 企业注册时间 企业成立时间 公司注册时间 \
            公司成立时间 工商注册时间 工商注册日期 registered registrationdate \
            dateofregistration registeredon founded",
    ),
    (
        Column::CoreMembers,
        "核心成员数 核心成员人数 团队核心成员数 团队人数 成员人数 coremembers members",
    ),
    (
        Column::Field,
        "领域 所属领域 技术领域 行业领域 参赛领域 专业领域 细分领域 产业领域 行业 所属行业 \
            赛道 方向 field industry sector track",
    ),
    (
        Column::Region,
        "所在地区 地区 所属地区 推荐地区 赛区 所属赛区 推荐赛区 所在省份 省份 所属省份 \
            推荐省份 所在省市 省市 所在地 区域 region province area location",
    ),
    (Column::Room, "会场 路演会场 分会场 比赛会场 场地 赛场 room venue"),
    (
        Column::Reserve,
        "候补顺序 候补 候补序号 递补顺序 递补 递补序号 备选顺序 reserve reserverank \
            rankinreserve",
    ),
];

pub(super) const JUDGES: &[(Column, &str)] = &[
    (
        Column::Judge,
        "席位 席位号 席位编号 评委席位 评委席 评委编号 专家编号 座位号 座位 席号 编号 judge \
            seat seatid judgeno number no id 序号",
    ),
    (
        Column::Name,
        "席位名称 评委姓名 专家姓名 评委名称 姓名 名称 评委 专家 name judgename seatname \
            expert",
    ),
    (
        Column::Field,
        "专业领域 评委类别 专家类别 评委类型 专家类型 领域 专业 类别 类型 专长 研究方向 field \
            expertise speciality specialty",
    ),
    (Column::Room, "会场 路演会场 评审会场 分会场 场地 赛场 room venue"),
    (Column::Panel, "评审组 评委组 专家组 评审分组 组别 panel"),
];

pub(super) const RECUSALS: &[(Column, &str)] = &[
    (
        Column::Judge,
        "评委席位 席位 席位号 评委编号 专家编号 回避评委 回避专家 评委 专家 评委姓名 专家姓名 \
            姓名 judge seat judgename expert",
    ),
    (
        Column::Project,
        "项目编号 回避项目编号 参赛编号 项目号 编号 回避项目 项目 参赛项目 项目名称 project \
            projectno projectnumber projectid number projectname",
    ),
    (
        Column::Reason,
        "回避原因 回避理由 回避事由 原因 理由 事由 利害关系 关系 情形 说明 reason why \
            relation conflict",
    ),
];
