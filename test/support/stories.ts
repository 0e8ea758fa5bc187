/** One story in the three languages, in the words of the region. */
export const stories = {
  vi: {
    title: 'Công tác thông tin đối ngoại từ góc nhìn địa phương',
    summary:
      'Nhiều chủ trương, chính sách và quy định về thông tin đối ngoại đã được triển khai rộng rãi trong tỉnh.',
    paragraphs: [
      'Công tác thông tin đối ngoại là một bộ phận quan trọng trong công tác đối ngoại của Đảng và Nhà nước, đồng thời cũng là một phần không thể thiếu trong chiến lược thông tin.',
      'Định kỳ 2 lần/tháng, Sở Thông tin và Truyền thông phối hợp với Ban Tuyên giáo Tỉnh ủy và Hội Nhà báo Việt Nam tỉnh tổ chức giao ban báo chí.',
    ],
  },
  en: {
    title: 'External information work seen from the province',
    summary: 'Many policies on external information have been put into practice in the province.',
    paragraphs: [
      'External information is an important part of the foreign affairs of the Party and the State, and an indispensable part of the information strategy.',
      'Twice a month the Department of Information and Communications holds a press briefing together with the provincial Journalists’ Association.',
    ],
  },
  km: {
    title: 'ការងារព័ត៌មានក្រៅប្រទេសពីទស្សនៈមូលដ្ឋាន',
    summary: 'គោលនយោបាយជាច្រើនអំពីព័ត៌មានក្រៅប្រទេសត្រូវបានអនុវត្តយ៉ាងទូលំទូលាយនៅក្នុងខេត្ត។',
    paragraphs: [
      'ការងារព័ត៌មានក្រៅប្រទេសគឺជាផ្នែកសំខាន់មួយនៃកិច្ចការបរទេសរបស់បក្ស និងរដ្ឋ ហើយក៏ជាផ្នែកមួយដែលមិនអាចខ្វះបានក្នុងយុទ្ធសាស្ត្រព័ត៌មាន។',
      'រៀងរាល់ពីរដងក្នុងមួយខែ មន្ទីរព័ត៌មាន និងទំនាក់ទំនងបានរៀបចំកិច្ចប្រជុំសារព័ត៌មានរួមជាមួយសមាគមអ្នកកាសែតខេត្ត។',
    ],
  },
} as const;
