# BatterySim: nanoFramework.Device.Can on the CAN controller of an ESP32. MIT license, see LICENSE.
#
# Included at the end of FindnanoFramework.Device.Can.cmake: hands the pins of the configuration to the source, and the driver's headers.

if("${RTOS}" STREQUAL "ESP32")

    set(ESP32_TWAI_INCLUDE_DIR ${CMAKE_BINARY_DIR}/esp32_twai)

    configure_file(
        ${CMAKE_CURRENT_LIST_DIR}/esp32_twai_pins.h.in
        ${ESP32_TWAI_INCLUDE_DIR}/esp32_twai_pins.h
        @ONLY)

    list(APPEND nanoFramework.Device.Can_INCLUDE_DIRS ${ESP32_TWAI_INCLUDE_DIR})
    list(APPEND nanoFramework.Device.Can_INCLUDE_DIRS ${IDF_PATH_CMAKED}/components/esp_driver_twai/include)

    message(STATUS "CAN controller: TX on GPIO ${ESP32_TWAI_TX_PIN}, RX on GPIO ${ESP32_TWAI_RX_PIN}")

endif()
