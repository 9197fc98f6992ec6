extension Words {
    static let vietnamese: [Word: String] = [
        .syntheticMark: "SỐ LIỆU MẪU – KHÔNG CÓ THẬT",
        .pageTitle: "Mức độ sẵn sàng nộp hồ sơ trực tuyến – {month}",
        .subtitle: "Khảo sát {base} hộ · {groups} tổ dân phố có dữ liệu",
        .subtitleWithoutGroups: "Khảo sát {base} hộ",
        .subtitleSample: " · số liệu của {sample} hộ hỏi tại nhà",
        .otherLanguage: "English",
        .headlineLabel: "hồ sơ được nộp trực tuyến",
        .headlineBase:
            "{count} trên {of} hồ sơ của các hộ được hỏi{weighted}; khoảng tin cậy 95 %: {interval} (chỉ gồm sai số chọn mẫu)",
        .headlineTarget: "Mục tiêu phường đặt ra: {target}",
        .monthInSentences: "Tháng này trong vài câu",
        .chartUptake: "Nộp trực tuyến: theo hồ sơ, theo hộ, và hộ tự làm",
        .chartUptakeCaption:
            "Chấm: ước lượng; vạch: khoảng tin cậy 95 %. Theo hộ: trong các hộ có thủ tục trong kỳ.",
        .chartCascade: "Từ thiết bị đến biết quy trình: còn bao nhiêu hộ",
        .chartCascadeCaption:
            "Tỷ lệ trong tất cả các hộ đã qua bước này và mọi bước trước. Vạch đen: khoảng tin cậy 95 %.",
        .chartFiling: "Trong các hộ có thủ tục: nộp trực tuyến và tự nộp",
        .chartFilingCaption: "Chỉ tính hộ có thủ tục trong kỳ; hộ không có nhu cầu không phải là “không”.",
        .chartBarriers:
            "Rào cản: hộ vướng ở đâu trước tiên",
        .chartBarriersCaption:
            "Bước đầu tiên chưa qua: mỗi hộ tính một lần.",
        .chartAccess:
            "Ba nhóm trở ngại; thiết bị, kết nối, định danh, kỹ năng",
        .chartAccessCaption:
            "Kỹ năng theo năm lĩnh vực của ITU (ít nhất một việc trong ba tháng qua); ngưỡng của ITU, khác Eurostat.",
        .mapReady: "Hộ đã qua mọi bước (sẵn sàng), theo tổ",
        .mapReadyCaption:
            "Số đậm: % hộ sẵn sàng (số nhỏ: tổ; ô hẹp chỉ ghi tổ). Tổ có ít câu trả lời thì theo mô hình; tổ không có phiếu thì không tô màu.",
        .mapPlan: "Số lượt đến dự kiến, theo tổ",
        .mapPlanCaption:
            "Số đậm: lượt đến dự kiến trong tháng của cả ba lực lượng (số nhỏ: tổ; ô hẹp chỉ ghi tổ).",
        .whoGoesWhere: "Phân công lực lượng",
        .planIntro:
            "{visits} lượt thăm của {people} người trong ba lực lượng: {named} hộ đã đồng ý (có tên trong danh sách), {quota} lượt gõ cửa ở các hộ chưa được hỏi và {sessions} buổi hướng dẫn chung tại nhà văn hóa.",
        .planFollowUps:
            "{count} hộ cần hai lực lượng: công an đến trước làm định danh mức 2, ít nhất {days} ngày sau lực lượng khác đến hướng dẫn nộp hồ sơ (tính là hai lượt thăm).",
        .planValue:
            "Giá trị kế hoạch: khoảng {objective} hồ sơ tự nộp thêm trong {months} tháng, từ {lower} đến {upper} tùy các tỷ lệ và số hộ chưa hỏi. Với cùng người và giờ, không kế hoạch nào hơn được quá {gap} mức này, tính theo các tỷ lệ thành công giả định: đó là giả định của sổ tay cho đến khi có kết quả thật.",
        .planGroupsKept: "Cả {count} tổ có nhu cầu đều có người đến.",
        .planGroupsMissed:
            "Trong {count} tổ có nhu cầu, các tổ sau chưa có ai đến vì không người phù hợp nào đến kịp: {groups}.",
        .planTypeKept: "Hộ ({type}) nhận {reached} số phút thăm có tên; cần ít nhất {wanted}.",
        .planTypeNone:
            "Hộ ({type}): đến tận nhà gần như không giúp được, nên không phân lượt thăm riêng; xem điểm dùng chung và thiết bị.",
        .planTypeMissed:
            "Hộ ({type}) nhận {reached} số phút thăm có tên; cần {wanted} nhưng số lượt thăm trọn vẹn và người phù hợp không cho phép.",
        .planStability:
            "Trong {before} cặp người – tổ của tháng trước, {kept} cặp giữ nguyên, {new} cặp mới; việc giữ nguyên mất {loss} so với kế hoạch tự do tốt nhất.",
        .planNone: "Chưa có danh sách lực lượng (volunteers.csv), nên chưa có kế hoạch.",
        .planColumns: "Lượt thăm theo phường cũ và lực lượng",
        .planMost: "Ba tổ dự kiến được đến nhiều nhất: {groups}.",
        .planUnmet: "Nhu cầu chưa được phân công",
        .tables: "Bảng số liệu",
        .tableIndicators: "Toàn bộ khảo sát",
        .tableFormerWards: "Theo phường cũ",
        .tableGroups: "Theo tổ dân phố",
        .tableTypes: "Theo loại hộ",
        .tableProcedures: "Hộ nộp trực tuyến, theo thủ tục đã làm",
        .tableDeclared: "Theo {grouping}",
        .columnIndicator: "Chỉ số",
        .columnBase: "Trên mẫu",
        .columnGroup: "Tổ",
        .columnFormerWard: "Phường cũ",
        .columnVisits: "Lượt thăm",
        .columnMinutes: "Thời gian",
        .columnForce: "Lực lượng",
        .columnVolunteers: "Số người",
        .columnMet: "Dự kiến gặp được",
        .columnGain: "Hồ sơ thêm (dự kiến)",
        .columnBarrier: "Rào cản",
        .columnReason: "Lý do",
        .columnHouseholds: "Số hộ",
        .columnWouldTake: "Cần thêm thời gian của",
        .notEnough: "chưa đủ dữ liệu",
        .noData: "không có dữ liệu",
        .hiddenSmall: "dưới 5 hộ",
        .outOf: "{count} trên {of}",
        .target: "mục tiêu {target}",
        .howRead: "Dữ liệu đã đọc thế nào",
        .readingSum:
            "{read} dòng đã đọc = {accepted} nhận + {rejected} loại + {blank} trống + {totals} dòng tổng.",
        .repairs: "Tự sửa: {repairs}.",
        .issues: "Các dòng bị loại và câu trả lời không đọc được (chi tiết trong officer/rejected.csv):",
        .issueLine: "{code}: {count}",
        .limits: "Cách tính và giới hạn",
        .weightingColumn: "Trọng số lấy từ cột trọng số của khảo sát.",
        .weightingRegistry:
            "Trọng số: số hộ của tổ chia cho số hộ đã hỏi trong tổ; các hộ được chọn ngẫu nhiên. Hai bên: tổ không có phiếu nào không được đại diện.",
        .weightingEqual: "Mọi hộ có trọng số như nhau: số liệu chỉ nói về các hộ được hỏi.",
        .methodNote:
            "Sai số chuẩn theo tuyến tính hóa Taylor, {strata} tầng, {psus} đơn vị mẫu, {df} bậc tự do. Khoảng tin cậy: Korn-Graubard cho tỷ lệ hộ, logit cho tỷ lệ hồ sơ. Số liệu bị ẩn khi cỡ mẫu hiệu dụng dưới 30 hoặc khoảng quá rộng (tiêu chuẩn NCHS).",
        .targetNote:
            "Tỷ lệ khảo sát (trên hồ sơ của các hộ được hỏi) không phải tỷ lệ hành chính chính thức. Mục tiêu là do phường đặt.",
        .modelNote:
            "“Sẵn sàng”: có thiết bị, có kết nối, định danh mức 2 đã kích hoạt, gửi được ảnh hoặc tệp và cài được ứng dụng hoặc chuyển khoản, biết rõ cách nộp.",
        .listTitle: "Danh sách hộ cần đến hỗ trợ – {month}",
        .listObjective: "Mục đích",
        .listObjectiveText:
            "Giúp hộ tự nộp hồ sơ trực tuyến trên điện thoại của mình. Người dân tự bấm Gửi; không nộp thay.",
        .listWhere: "Địa bàn",
        .listTask: "Việc cần làm",
        .listWhen: "Thời gian",
        .listWhenText: "Trong tháng {month}: khoảng {minutes} ở các hộ và {ways} đi lại.",
        .listStaff: "Người được cử",
        .listExpires: "Nộp lại",
        .listExpiresText:
            "Nộp lại tờ này cho người phụ trách, không giữ, không chụp lại; phường tiêu hủy chậm nhất cuối tháng {month}.",
        .listNever: "Tuyệt đối không",
        .listNeverText:
            "hỏi, xem hay giữ mật khẩu, mã OTP; chụp hay giữ ảnh thẻ, giấy tờ tùy thân; nhận tiền, quà; gửi đường dẫn (link); bấm nộp thay, kể cả khi được nhờ.",
        .listWhy: "Vì sao chọn bạn: {near}; {force}.",
        .listWhyHome: "bạn ở tổ này",
        .listWhyWard: "tổ này thuộc phường cũ của bạn",
        .listWhyElsewhere: "ở đây nhiều việc hơn các tổ gần bạn",
        .listWhyOnly: "{only} trên {visits} việc ở đây chỉ lực lượng của bạn làm được",
        .listWhyBest: "{best} trên {visits} việc ở đây hợp với lực lượng của bạn nhất",
        .listWhyShared: "lực lượng khác đang cần ở nơi khác",
        .listFollowsUp:
            "Công an đến hộ này trước{day}. Chưa có định danh mức 2 thì vẫn hướng dẫn và ghi lại.",
        .bookletOutings: "Ai đi ngày nào, ai thay được",
        .columnDay: "Ngày, buổi",
        .columnWith: "Đi cùng",
        .columnCover: "Người có thể thay (rảnh giờ đó, không đi ngày đó)",
        .listCompanion: "Đi hai người, cùng {name}. Bạn ghi kết quả.",
        .listCompanionLeads: "Đi hai người, cùng {name}, người ghi kết quả.",
        .listIsFollowedUp: "Sau bạn, {force} đến hướng dẫn tiếp{day}: báo trước với hộ.",
        .listQuota: "Đến thêm hộ khác trong tổ",
        .listQuotaText:
            "Gõ cửa khoảng {count} hộ chưa được khảo sát, dự kiến khoảng {open} hộ mở cửa và cần giúp (hỏi tổ trưởng tổ dân phố) · {task} · khoảng {minutes} mỗi hộ tiếp; nhà đóng cửa khoảng {closed}. Tự giới thiệu, xin phép chủ nhà rồi mới vào.",
        .listSession: "Buổi hướng dẫn chung tại nhà văn hóa",
        .listSessionText:
            "{task} · {minutes} kể cả chuẩn bị · {seats} chỗ, mời các hộ chưa được khảo sát. {time}",
        .listSessionTime: "Giờ bạn rảnh: {time}. Hẹn ngày với tổ trưởng tổ dân phố trước khi đi các hộ.",
        .listOutcomeOther: "khác (ghi từ ở đầu danh sách):",
        .listStreets:
            "Phố của bạn trong tổ này, mỗi phố một người đến: {streets}. Phố khác: hỏi tổ trưởng tổ dân phố.",
        .listOdd: "số lẻ",
        .listEven: "số chẵn",
        .listNumbers: "từ số {from} đến số {to}",
        .listNumbersFrom: "từ số {from}",
        .listNumbersTo: "đến số {to}",
        .listOutcome: "Kết quả (đánh dấu một ô):",
        .listNote: "Lần 1 – ngày, giờ, số phút:",
        .listPhone: "Điện thoại",
        .listTime: "Giờ thuận tiện",
        .listMinutes: "Khoảng",
        .listDoorNumber: "Số nhà",
        .listDoorOutcome: "Kết quả",
        .listDoorMinutes: "Phút",
        .outcomeDone: "xong",
        .outcomePartly: "xong một phần",
        .outcomeAppointment: "hẹn lại",
        .outcomeNotHome: "vắng nhà",
        .outcomeRefused: "từ chối",
        .outcomeAway: "đi vắng dài ngày",
        .outcomeMoved: "đã chuyển đi",
        .outcomeNotFound: "không tìm thấy",
        .outcomeLanguage: "cần người hỗ trợ khác",
        .outcomeWrongContact: "sai số điện thoại hoặc địa chỉ",
        .outcomeNever: "đề nghị không đến nữa",
        .findingBelow:
            "{value} hồ sơ được nộp trực tuyến (khoảng {interval}): thấp hơn rõ rệt so với mục tiêu {target}.",
        .findingAbove:
            "{value} hồ sơ được nộp trực tuyến (khoảng {interval}): cao hơn rõ rệt so với mục tiêu {target}.",
        .findingOpen: "Chưa đủ dữ liệu để kết luận tỷ lệ hồ sơ trực tuyến đã đạt mục tiêu {target} hay chưa.",
        .findingSelf: "Trong các hộ có thủ tục, {value} tự nộp trực tuyến, không nhờ ai (khoảng {interval}).",
        .findingMainBarrier:
            "Rào cản lớn nhất: {step} – {value} số hộ vướng ở đó trước tiên (khoảng {interval}).",
        .findingMainOpen:
            "Chưa đủ cơ sở kết luận rào cản nào lớn nhất: {step} ({value}) và rào cản kế tiếp ({second}) quá gần nhau.",
        .findingEquipment: "{value} số hộ không có thiết bị phù hợp ở nhà (khoảng {interval}).",
        .findingAccess:
            "{value} số hộ không có kết nối hoặc chưa dùng được điện thoại để gửi hồ sơ (khoảng {interval}).",
        .findingProcess: "{value} số hộ chưa biết rõ cách nộp (khoảng {interval}).",
        .findingReady:
            "Trong các hộ có thủ tục, {value} đã qua mọi bước mà chưa nộp trực tuyến (khoảng {interval}): chỉ cần nhắc, không cần đến nhà.",
        .findingNoData: "{number} tổ dân phố không có phiếu nào; số liệu không nói về các tổ đó.",
        .findingAmongAsked: "Số liệu chỉ nói về các hộ được hỏi, không nói về cả phường.",
        .findingOnlineOnly:
            "Mọi phiếu đều qua biểu mẫu trực tuyến: hộ không dùng mạng không có mặt trong khảo sát.",
        .besideSample:
            "{households} phiếu lấy {mode} không thuộc mẫu tại nhà nên không tính vào các tỷ lệ; trong {filers} hộ có hồ sơ, {online} hộ có nộp trực tuyến.",
        .response:
            "Tỷ lệ trả lời {rate}: {interviewed} hộ trả lời, {refused} hộ từ chối, {notHome} hộ vắng nhà; {moved} hộ đã chuyển đi không tính.",
        .responseUnknown:
            "Không rõ tỷ lệ trả lời: tệp không có cột kết quả tiếp xúc (contact_result).",
    ]
}
